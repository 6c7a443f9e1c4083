/** The OpenAPI document, read so that it can be shown. */
@NullMarked
package io.keeling.feeds.openapi;

import org.jspecify.annotations.NullMarked;
