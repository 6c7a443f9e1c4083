/** Imports pages from files and archives. */
@NullMarked
package io.keeling.ingest.imports;

import org.jspecify.annotations.NullMarked;
