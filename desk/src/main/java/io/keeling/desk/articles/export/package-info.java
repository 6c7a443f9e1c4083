/**
 * What the desk gives away as files: the columns of articles, and the formats they are written in.
 */
@NullMarked
package io.keeling.desk.articles.export;

import org.jspecify.annotations.NullMarked;
