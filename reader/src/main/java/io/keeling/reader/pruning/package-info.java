/** Rules that say which blocks inside the content root are not the article's text. */
@NullMarked
package io.keeling.reader.pruning;

import org.jspecify.annotations.NullMarked;
