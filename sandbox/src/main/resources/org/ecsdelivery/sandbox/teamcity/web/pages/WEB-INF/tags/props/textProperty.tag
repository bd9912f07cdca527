<%@ tag pageEncoding="UTF-8" trimDirectiveWhitespaces="true" body-content="empty" %>
<%-- Stands in for TeamCity's tag of this name: the same attributes, markup of our own. --%>
<%@ attribute name="name" required="true" %>
<%@ attribute name="id" %>
<%@ attribute name="size" %>
<%@ attribute name="maxlength" %>
<%@ attribute name="style" %>
<%@ attribute name="className" %>
<%@ attribute name="onchange" %>
<%@ attribute name="onclick" %>
<%@ attribute name="onkeyup" %>
<%@ attribute name="expandable" %>
<%@ attribute name="value" %>
<%@ attribute name="disabled" type="java.lang.Boolean" %>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core" %>
<jsp:useBean id="propertiesBean" scope="request" type="jetbrains.buildServer.controllers.BasePropertiesBean"/>
<input type="text" class="textProperty ${className}" id="${empty id ? name : id}" name="prop:${name}" value="<c:out value="${empty value ? propertiesBean.properties[name] : value}"/>"/>
