/** The role that finds, fetches and reads pages. */
@NullMarked
package io.keeling.ingest;

import org.jspecify.annotations.NullMarked;
