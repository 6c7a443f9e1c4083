/** What was asked of it. */
@NullMarked
package io.keeling.newsroom.log;

import org.jspecify.annotations.NullMarked;
