/** The OpenAPI document, read so that it can be shown. */
@NullMarked
package io.keeling.desk.openapi;

import org.jspecify.annotations.NullMarked;
