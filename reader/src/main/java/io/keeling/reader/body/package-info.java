/** Which parts of a page are the article's text. */
@NullMarked
package io.keeling.reader.body;

import org.jspecify.annotations.NullMarked;
