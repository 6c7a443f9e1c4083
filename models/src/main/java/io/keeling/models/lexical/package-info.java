/**
 * Finds names in languages without a trained model, by lists of names, context and shape. Its
 * weights and limits were set by hand on the development halves of {@code
 * training/eval/names-*.tsv}. Changing any weight by a fifth moves the mean F1 of either half by at
 * most half a point (docs/studies/names-in-other-languages.md).
 */
@NullMarked
package io.keeling.models.lexical;

import org.jspecify.annotations.NullMarked;
