/** The places that are known by name. */
@NullMarked
package io.keeling.enrich.gazetteer;

import org.jspecify.annotations.NullMarked;
