/** Finds people, organisations and places, and says which mentions are one name. */
@NullMarked
package io.keeling.enrich.names;

import org.jspecify.annotations.NullMarked;
