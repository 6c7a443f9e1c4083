/** Lists of articles, single articles, stories and comparisons, as pages and in the API. */
@NullMarked
package io.keeling.desk.articles;

import org.jspecify.annotations.NullMarked;
