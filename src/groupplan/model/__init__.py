"""The nouns of groupplan: frozen values, no input or output, nothing imported from above."""
