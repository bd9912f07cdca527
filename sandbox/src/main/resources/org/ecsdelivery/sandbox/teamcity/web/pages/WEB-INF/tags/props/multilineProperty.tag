<%@ tag pageEncoding="UTF-8" trimDirectiveWhitespaces="true" body-content="empty" %>
<%-- Stands in for TeamCity's tag of this name: the same attributes, markup of our own. --%>
<%@ attribute name="name" required="true" %>
<%@ attribute name="linkTitle" required="true" %>
<%@ attribute name="cols" required="true" %>
<%@ attribute name="rows" required="true" %>
<%@ attribute name="onkeydown" %>
<%@ attribute name="style" %>
<%@ attribute name="expanded" %>
<%@ attribute name="className" %>
<%@ attribute name="value" %>
<%@ attribute name="note" %>
<%@ attribute name="disabled" type="java.lang.Boolean" %>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core" %>
<jsp:useBean id="propertiesBean" scope="request" type="jetbrains.buildServer.controllers.BasePropertiesBean"/>
<textarea class="multilineProperty ${className}" id="${name}" name="prop:${name}" cols="${cols}" rows="${rows}" title="<c:out value="${linkTitle}"/>"><c:out value="${empty value ? propertiesBean.properties[name] : value}"/></textarea>
