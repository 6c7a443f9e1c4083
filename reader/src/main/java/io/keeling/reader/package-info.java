/** Reads an article from a page; {@link io.keeling.reader.ArticleReader} is where to begin. */
@NullMarked
package io.keeling.reader;

import org.jspecify.annotations.NullMarked;
