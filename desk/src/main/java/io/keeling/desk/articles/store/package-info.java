/** Reads articles, their versions and stories from PostgreSQL. */
@NullMarked
package io.keeling.desk.articles.store;

import org.jspecify.annotations.NullMarked;
