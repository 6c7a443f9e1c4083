/** Requests for pages, and the pages that came back. */
@NullMarked
package io.keeling.contract.fetch;

import org.jspecify.annotations.NullMarked;
