/** Finds names of people, organisations and places. */
@NullMarked
package io.keeling.models.names;

import org.jspecify.annotations.NullMarked;
