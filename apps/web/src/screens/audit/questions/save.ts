/** Hands bytes to the browser to be kept under a name. */
export function save(bytes: Blob | File | string, name: string): void {
  const address = URL.createObjectURL(bytes instanceof Blob ? bytes : new Blob([bytes]));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
