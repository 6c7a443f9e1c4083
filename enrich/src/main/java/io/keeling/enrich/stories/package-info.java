/** Finds the articles that have the same text. */
@NullMarked
package io.keeling.enrich.stories;

import org.jspecify.annotations.NullMarked;
