/** An article, and what makes it that one. */
@NullMarked
package io.keeling.contract.article;

import org.jspecify.annotations.NullMarked;
