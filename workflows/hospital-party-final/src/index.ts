/**
 * The id of this procedure and the name of its folder. The procedure itself is `procedure.yaml` beside this package's
 * manifest: it is read where files may be read, by the command line, and never copied into code.
 */
export const id = 'hospital-party-final';
