/** The API. */
@NullMarked
package io.keeling.feeds.api;

import org.jspecify.annotations.NullMarked;
