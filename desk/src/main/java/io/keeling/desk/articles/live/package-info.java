/** New articles as they come. */
@NullMarked
package io.keeling.desk.articles.live;

import org.jspecify.annotations.NullMarked;
