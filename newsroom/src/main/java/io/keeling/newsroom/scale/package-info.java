/** A press of any size. */
@NullMarked
package io.keeling.newsroom.scale;

import org.jspecify.annotations.NullMarked;
