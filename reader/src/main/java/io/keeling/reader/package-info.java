/** Reads an article from a page; begin with {@link io.keeling.reader.ArticleReader}. */
@NullMarked
package io.keeling.reader;

import org.jspecify.annotations.NullMarked;
