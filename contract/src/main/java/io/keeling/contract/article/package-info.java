/** An article and its identity. */
@NullMarked
package io.keeling.contract.article;

import org.jspecify.annotations.NullMarked;
