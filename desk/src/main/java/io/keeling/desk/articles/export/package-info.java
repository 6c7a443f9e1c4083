/** Exports articles as files: their columns, and the file formats. */
@NullMarked
package io.keeling.desk.articles.export;

import org.jspecify.annotations.NullMarked;
