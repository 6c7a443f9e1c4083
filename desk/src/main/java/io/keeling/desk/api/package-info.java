/** The API. */
@NullMarked
package io.keeling.desk.api;

import org.jspecify.annotations.NullMarked;
