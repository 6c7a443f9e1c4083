/** The settings of ingest. */
@NullMarked
package io.keeling.ingest.config;

import org.jspecify.annotations.NullMarked;
