/** XML as TeamCity writes it: read without loss, written byte for byte. */
@NullMarked
package org.ecsdelivery.dsl.xml;

import org.jspecify.annotations.NullMarked;
