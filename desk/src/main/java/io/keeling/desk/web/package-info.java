/** Routing, failures, limits and caching, for all answers. */
@NullMarked
package io.keeling.desk.web;

import org.jspecify.annotations.NullMarked;
