/** Streams of new articles. */
@NullMarked
package io.keeling.desk.articles.live;

import org.jspecify.annotations.NullMarked;
