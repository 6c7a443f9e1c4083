/** Finds the terms of topics in a text. */
@NullMarked
package io.keeling.enrich.lexicon;

import org.jspecify.annotations.NullMarked;
