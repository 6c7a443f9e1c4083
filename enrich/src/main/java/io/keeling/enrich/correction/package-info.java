/** What editors say of tags, made to hold. */
@NullMarked
package io.keeling.enrich.correction;

import org.jspecify.annotations.NullMarked;
