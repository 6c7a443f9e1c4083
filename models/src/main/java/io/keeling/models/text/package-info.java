/** From an article's text to sentences and words, with exact offsets. */
@NullMarked
package io.keeling.models.text;

import org.jspecify.annotations.NullMarked;
