/** An article with its tags. */
@NullMarked
package io.keeling.contract.enriched;

import org.jspecify.annotations.NullMarked;
