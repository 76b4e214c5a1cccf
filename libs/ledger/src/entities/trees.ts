import { defineEntity, p } from '@mikro-orm/postgresql';

const treeRow = defineEntity({
  name: 'TreeRow',
  tableName: 'tree',
  schema: 'ledger',
  properties: {
    institution: p.uuid().primary(),
    root: p.blob().primary(),
    hash: p.blob(),
    content: p.blob(),
    bytes: p.integer(),
    received: p.datetime(3),
  },
  checks: [
    { name: 'tree_root_check', expression: 'octet_length(root) = 32' },
    { name: 'tree_hash_check', expression: 'hash = sha256(content)' },
    { name: 'tree_bytes_check', expression: 'bytes = octet_length(content)' },
  ],
});
/** A text that is a tree, by its root. */
export class TreeRow extends treeRow.class {}
treeRow.setClass(TreeRow);
