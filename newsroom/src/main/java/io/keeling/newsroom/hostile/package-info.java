/** What hostile servers do. */
@NullMarked
package io.keeling.newsroom.hostile;

import org.jspecify.annotations.NullMarked;
