// Verifies an exported log with the Go team's own libraries, none of ours: the note's signature, the tree over the
// entries of all bundles, the hashes of the lowest tiles, and that the log of every smaller size in the arguments is
// its beginning.
package main

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

type hashes map[int64]tlog.Hash

func (h hashes) ReadHashes(indexes []int64) ([]tlog.Hash, error) {
	found := make([]tlog.Hash, len(indexes))
	for i, index := range indexes {
		hash, ok := h[index]
		if !ok {
			return nil, fmt.Errorf("no hash %d", index)
		}
		found[i] = hash
	}
	return found, nil
}

func fail(format string, words ...any) {
	fmt.Printf("REFUSED "+format+"\n", words...)
	os.Exit(3)
}

func must(err error) {
	if err != nil {
		fail("%v", err)
	}
}

func tilePath(dir, level string, index, size int64) string {
	path := fmt.Sprintf("%03d", index%1000)
	for rest := index / 1000; rest > 0; rest /= 1000 {
		path = fmt.Sprintf("x%03d/%s", rest%1000, path)
	}
	if width := size - index*256; width < 256 {
		path = fmt.Sprintf("%s.p/%d", path, width)
	}
	return filepath.Join(dir, "tile", level, path)
}

func main() {
	dir := os.Args[1]
	key, err := os.ReadFile(filepath.Join(dir, "log.vkey"))
	must(err)
	verifier, err := note.NewVerifier(strings.TrimSpace(string(key)))
	must(err)
	written, err := os.ReadFile(filepath.Join(dir, "checkpoint"))
	must(err)
	opened, err := note.Open(written, note.VerifierList(verifier))
	must(err)
	lines := strings.Split(opened.Text, "\n")
	if lines[0] != verifier.Name() {
		fail("origin %s", lines[0])
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	must(err)
	root, err := tlog.ParseHash(lines[2])
	must(err)

	stored := hashes{}
	for index := int64(0); index*256 < size; index++ {
		bundle, err := os.ReadFile(tilePath(dir, "entries", index, size))
		must(err)
		tile, err := os.ReadFile(tilePath(dir, "0", index, size))
		must(err)
		for n := index * 256; n < size && n < (index+1)*256; n++ {
			if len(bundle) < 2 || len(bundle) < 2+int(binary.BigEndian.Uint16(bundle)) {
				fail("the bundle ends inside entry %d", n)
			}
			end := 2 + int(binary.BigEndian.Uint16(bundle))
			leaf := tlog.RecordHash(bundle[2:end])
			bundle = bundle[end:]
			at := (n % 256) * 32
			if int64(len(tile)) < at+32 || !bytes.Equal(leaf[:], tile[at:at+32]) {
				fail("entry %d differs", n)
			}
			added, err := tlog.StoredHashesForRecordHash(n, leaf, stored)
			must(err)
			for i, hash := range added {
				stored[tlog.StoredHashIndex(0, n)+int64(i)] = hash
			}
		}
	}
	computed, err := tlog.TreeHash(size, stored)
	must(err)
	if computed != root {
		fail("the root is another one")
	}
	for _, word := range os.Args[2:] {
		older, err := strconv.ParseInt(word, 10, 64)
		must(err)
		olderRoot, err := tlog.TreeHash(older, stored)
		must(err)
		proof, err := tlog.ProveTree(size, older, stored)
		must(err)
		must(tlog.CheckTree(proof, size, root, older, olderRoot))
		fmt.Printf("BEGINS %d %s\n", older, olderRoot)
	}
	fmt.Printf("OK %d %s\n", size, root)
}
