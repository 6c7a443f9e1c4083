/** A fictional press on a server of its own, for demo and tests. */
@NullMarked
package io.keeling.newsroom;

import org.jspecify.annotations.NullMarked;
