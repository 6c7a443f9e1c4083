/** Reads feeds, sitemaps and section pages for their links. */
@NullMarked
package io.keeling.ingest.listing;

import org.jspecify.annotations.NullMarked;
