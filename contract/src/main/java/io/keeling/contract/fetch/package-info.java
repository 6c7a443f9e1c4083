/** Requests for pages, and the fetched pages. */
@NullMarked
package io.keeling.contract.fetch;

import org.jspecify.annotations.NullMarked;
