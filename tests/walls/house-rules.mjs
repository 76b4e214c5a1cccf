// Three rules of the house that no linter ships. Loaded by .oxlintrc.json; tests/walls proves that they bite.

const inner = (node) => (node.type === 'ParenthesizedExpression' ? inner(node.expression) : node);

/** `x as unknown as T` tells the compiler to stop looking. Narrow the value or parse it instead. */
const noDoubleAssertion = {
  create(context) {
    return {
      TSAsExpression(node) {
        if (inner(node.expression).type === 'TSAsExpression')
          context.report({
            node,
            message: 'An assertion upon an assertion hides what the value is: narrow or parse it.',
          });
      },
    };
  },
};

/** A third type parameter is one that no reader holds in the head. */
const twoTypeParameters = {
  create(context) {
    return {
      TSTypeParameterDeclaration(node) {
        if (node.params.length > 2) context.report({ node, message: 'At most two type parameters.' });
      },
    };
  },
};

/** node:crypto signs SM2 without the signer's id: what it makes verifies nowhere else. sm-crypto-v2 does it right. */
const noSm2OfNode = {
  create(context) {
    const isFromCrypto = new Set();
    const named = ({ type, name }) => type === 'Identifier' && isFromCrypto.has(name);
    const calls = ({ callee }) => (callee.type === 'MemberExpression' ? named(callee.object) : named(callee));
    const isSm2 = ({ type, value }) =>
      type === 'Literal' && typeof value === 'string' && value.toLowerCase() === 'sm2';
    const held = (node) =>
      node.type === 'ObjectExpression'
        ? node.properties.some(({ value }) => value && isSm2(value))
        : isSm2(node);
    return {
      ImportDeclaration({ source, specifiers }) {
        if (source.value === 'node:crypto') for (const { local } of specifiers) isFromCrypto.add(local.name);
      },
      CallExpression(node) {
        if (calls(node) && node.arguments.some(held))
          context.report({ node, message: 'SM2 of node:crypto verifies nowhere else: use sm-crypto-v2.' });
      },
    };
  },
};

export default {
  meta: { name: 'house' },
  rules: {
    'no-double-assertion': noDoubleAssertion,
    'two-type-parameters': twoTypeParameters,
    'no-sm2-of-node': noSm2OfNode,
  },
};
