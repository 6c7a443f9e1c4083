/** Canonical addresses, hosts, sites and outlets. */
@NullMarked
package io.keeling.reader.url;

import org.jspecify.annotations.NullMarked;
