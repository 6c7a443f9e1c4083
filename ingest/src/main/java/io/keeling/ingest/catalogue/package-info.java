/** The configured sources in their topic. */
@NullMarked
package io.keeling.ingest.catalogue;

import org.jspecify.annotations.NullMarked;
