/** Compares two wordings of a text. */
@NullMarked
package io.keeling.desk.articles.diff;

import org.jspecify.annotations.NullMarked;
