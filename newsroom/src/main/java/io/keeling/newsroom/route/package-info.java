/** A request to it, and what answers one. */
@NullMarked
package io.keeling.newsroom.route;

import org.jspecify.annotations.NullMarked;
