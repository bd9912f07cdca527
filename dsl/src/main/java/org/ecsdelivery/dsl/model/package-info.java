/** The files of TeamCity's settings, whoever wrote them: what is generated, read, checked and compared. */
@NullMarked
package org.ecsdelivery.dsl.model;

import org.jspecify.annotations.NullMarked;
