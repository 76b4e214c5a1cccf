// Two rules of the house that no linter ships. Loaded by .oxlintrc.json; tests/walls proves that they bite.

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

export default {
  meta: { name: 'house' },
  rules: { 'no-double-assertion': noDoubleAssertion, 'two-type-parameters': twoTypeParameters },
};
