/** Sentences and words of an article's text, with exact offsets. */
@NullMarked
package io.keeling.models.text;

import org.jspecify.annotations.NullMarked;
