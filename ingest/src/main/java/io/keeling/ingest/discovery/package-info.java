/** Finds the feeds and sitemaps of a site. */
@NullMarked
package io.keeling.ingest.discovery;

import org.jspecify.annotations.NullMarked;
