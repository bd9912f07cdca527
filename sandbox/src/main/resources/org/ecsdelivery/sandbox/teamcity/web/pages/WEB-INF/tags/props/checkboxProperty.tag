<%@ tag pageEncoding="UTF-8" trimDirectiveWhitespaces="true" body-content="empty" %>
<%-- Stands in for TeamCity's tag of this name: the same attributes, markup of our own. --%>
<%@ attribute name="name" required="true" %>
<%@ attribute name="onclick" %>
<%@ attribute name="style" %>
<%@ attribute name="className" %>
<%@ attribute name="value" %>
<%@ attribute name="uncheckedValue" %>
<%@ attribute name="checked" type="java.lang.Boolean" %>
<%@ attribute name="disabled" type="java.lang.Boolean" %>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core" %>
<jsp:useBean id="propertiesBean" scope="request" type="jetbrains.buildServer.controllers.BasePropertiesBean"/>
<%-- ticked when the page says so or when the stored value is the ticked one; without uncheckedValue nothing is stored for an empty box --%>
<c:set var="ticked" value="${checked or propertiesBean.properties[name] eq (empty value ? 'true' : value)}"/>
<input type="checkbox" class="${className}" id="${name}" name="prop:${name}" value="${empty value ? 'true' : value}" data-unchecked="${uncheckedValue}"<c:if test="${ticked}"> checked="checked"</c:if>/>
