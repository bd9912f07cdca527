<%@ tag pageEncoding="UTF-8" trimDirectiveWhitespaces="true" body-content="scriptless" %>
<%-- Stands in for TeamCity's tag of this name: the same attributes, markup of our own. --%>
<%@ attribute name="id" %>
<%@ attribute name="className" %>
<%@ attribute name="style" %>
<%@ attribute name="title" %>
<%@ attribute name="onclick" %>
<%@ attribute name="disabled" type="java.lang.Boolean" %>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core" %>
<button type="button" class="btn ${className}"<c:if test="${not empty id}"> id="${id}"</c:if><c:if test="${not empty title}"> title="<c:out value="${title}"/>"</c:if><c:if test="${not empty onclick}"> onclick="${onclick}"</c:if><c:if test="${disabled}"> disabled="disabled"</c:if>><jsp:doBody/></button>
