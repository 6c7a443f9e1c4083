/** Editors' corrections of the tags of articles. */
@NullMarked
package io.keeling.contract.correction;

import org.jspecify.annotations.NullMarked;
