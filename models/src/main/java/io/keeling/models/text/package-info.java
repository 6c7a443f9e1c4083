/** Splits an article's text into sentences and words, with exact offsets. */
@NullMarked
package io.keeling.models.text;

import org.jspecify.annotations.NullMarked;
